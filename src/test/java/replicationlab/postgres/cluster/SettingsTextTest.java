package replicationlab.postgres.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A settings file is edited as a careful person would, and doing it twice changes nothing more. */
class SettingsTextTest {

  @Test
  void theSampleThatIsCommentedOutIsReplaced() {
    assertThat(SettingsText.with("#port = 5432\t# comment\nx = 1\n", "port = 5433"))
        .isEqualTo("port = 5433\nx = 1\n");
  }

  @Test
  void theLineThatCountsIsReplacedAndNotAnEarlierOne() {
    assertThat(SettingsText.with("port = 1\nport = 2\n#port = 3\n", "port = 5433"))
        .isEqualTo("port = 1\nport = 5433\n#port = 3\n");
  }

  @Test
  void whatIsNowhereIsAddedAtTheEnd() {
    assertThat(SettingsText.with("a = 1", "b = 2")).isEqualTo("a = 1\nb = 2\n");
  }

  @Test
  void proseInCommentsIsNoSample() {
    String text = "# port = is what clients connect to\n";
    assertThat(SettingsText.with(text, "port = 1")).isEqualTo(text + "port = 1\n");
  }

  @Test
  void editingTwiceIsEditingOnce() {
    String once =
        SettingsText.with("#wal_level = replica\n", "wal_level = hot_standby\nmax_wal_senders = 1");
    assertThat(SettingsText.with(once, "wal_level = hot_standby\nmax_wal_senders = 1"))
        .isEqualTo(once);
  }

  @Test
  void aHostLineIsAddedOnceWhateverItsSpaces() {
    String once =
        HbaText.with("local all all trust\n", "host  replication  all  127.0.0.1/32  trust");
    assertThat(once).endsWith("host  replication  all  127.0.0.1/32  trust\n");
    assertThat(HbaText.with(once, "host replication all 127.0.0.1/32 trust")).isEqualTo(once);
    assertThat(HbaText.rules("# comment\n\nlocal all all trust # why")).hasSize(1);
  }
}
