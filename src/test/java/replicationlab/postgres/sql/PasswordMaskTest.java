package replicationlab.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who looks over a shoulder, or gets a report, reads a password. */
class PasswordMaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "host=localhost password=geheim user=x | host=localhost password=******** user=x",
        "primary_conninfo = 'host=h password=geheim' | primary_conninfo = 'host=h password=********'",
        "primary_conninfo = 'password=''ge heim'' port=1' | primary_conninfo = 'password=******** port=1'",
        "PGPASSWORD=geheim psql -l | PGPASSWORD=******** psql -l",
        "sslpassword='ge heim' x | sslpassword=******** x",
        "CREATE ROLE r LOGIN PASSWORD 'ge''heim' REPLICATION | CREATE ROLE r LOGIN PASSWORD '********' REPLICATION",
        "ALTER ROLE r PASSWORD $$geheim$$ | ALTER ROLE r PASSWORD '********'",
        "postgresql://me:geheim@localhost/db | postgresql://me:********@localhost/db",
        "+primary_conninfo = 'user=r password = geheim' | +primary_conninfo = 'user=r password = ********'",
      })
  void passwordsBecomeStars(String text, String masked) {
    assertThat(PasswordMask.of(text)).isEqualTo(masked).doesNotContain("heim");
  }

  @Test
  void passwordMayBeAsLongAsItLikes() {
    String password = "a".repeat(50_000);
    assertThat(
            PasswordMask.of(
                "ALTER ROLE x PASSWORD '" + password + "'; password='" + password + "'"))
        .isEqualTo("ALTER ROLE x PASSWORD '********'; password=********");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password_encryption = 'scram-sha-256'",
        "host all all 127.0.0.1/32 password",
        "FATAL:  password authentication failed for user \"x\"",
        "passfile=pass.txt",
        "see https://www.postgresql.org/docs/18/",
      })
  void nothingElseDoes(String text) {
    assertThat(PasswordMask.of(text)).isEqualTo(text);
  }
}
