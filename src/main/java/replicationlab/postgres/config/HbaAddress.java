package replicationlab.postgres.config;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an address column of pg_hba.conf covers an address of this machine. */
final class HbaAddress {

  /** What this machine is called from within; a host's name is not looked up. */
  private static final Set<String> WORDS = Set.of("all", "samehost", "samenet", "localhost");

  private HbaAddress() {}

  /**
   * @param column "127.0.0.1/32", "127.0.0.1 255.255.255.255", "::1/128" or "samehost"
   * @param address such as "127.0.0.1" or "::1"
   */
  static boolean covers(String column, String address) {
    if (WORDS.contains(column)) {
      return true;
    }
    String[] parts = column.split("[/ ]", 2);
    byte[] network = bytes(parts[0]);
    byte[] own = bytes(address);
    if (network == null || own == null || parts.length < 2 || network.length != own.length) {
      return false;
    }
    byte[] mask = parts[1].matches("\\d{1,3}") ? mask(parts[1], own.length) : bytes(parts[1]);
    if (mask == null || mask.length != own.length) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if ((network[i] & mask[i]) != (own[i] & mask[i])) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] mask(String bits, int length) {
    int count = Integer.parseInt(bits);
    if (count > length * Byte.SIZE) {
      return null;
    }
    byte[] mask = new byte[length];
    for (int bit = 0; bit < count; bit++) {
      mask[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
    }
    return mask;
  }

  private static byte @Nullable [] bytes(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException aName) {
      return null;
    }
  }
}
