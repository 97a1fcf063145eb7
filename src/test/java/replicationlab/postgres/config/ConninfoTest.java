package replicationlab.postgres.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connection strings that name one server or several. */
class ConninfoTest {

  @Test
  void eachOfAListHasItsPortOrTheOneThatIsForAll() {
    assertThat(Conninfo.parse("host=db.example.org,127.0.0.1 port=5432,5433").hosts())
        .extracting(ConninfoHost::name, ConninfoHost::port, ConninfoHost::isHere)
        .containsExactly(tuple("db.example.org", 5432, false), tuple("127.0.0.1", 5433, true));
    assertThat(Conninfo.parse("host=localhost,::1 port=5432").hosts())
        .extracting(ConninfoHost::name, ConninfoHost::port, ConninfoHost::isHere)
        .containsExactly(tuple("localhost", 5432, true), tuple("::1", 5432, true));
    assertThat(Conninfo.parse("host=a,b port=,5433").problem()).isEmpty();
    assertThat(Conninfo.parse("user=postgres").hosts())
        .extracting(ConninfoHost::name, ConninfoHost::port, ConninfoHost::isHere)
        .containsExactly(tuple("", 0, true));
  }

  @Test
  void addressCountsAndNotTheNameBesideIt() {
    assertThat(Conninfo.parse("host=localhost hostaddr=192.0.2.7 port=5432").hosts())
        .extracting(ConninfoHost::name, ConninfoHost::given, ConninfoHost::isHere)
        .containsExactly(tuple("192.0.2.7", "localhost", false));
    assertThat(Conninfo.parse("host=127.example.org").hosts()).noneMatch(ConninfoHost::isHere);
  }

  @Test
  void valueMayBeAsLongAsItLikes() {
    String name = "a".repeat(50_000);
    assertThat(Conninfo.parse("user='" + name + "' host=" + name))
        .isEqualTo(new Conninfo(Map.of("user", name, "host", name), ""));
  }

  @Test
  void uriMayHaveAListToo() {
    Conninfo uri =
        Conninfo.parse("postgresql://repl@db.example.org:5432,[::1]:5433/?sslmode=prefer");
    assertThat(uri.problem()).isEmpty();
    assertThat(uri.hasList()).isTrue();
    assertThat(uri.hosts())
        .extracting(ConninfoHost::name, ConninfoHost::port)
        .containsExactly(tuple("db.example.org", 5432), tuple("::1", 5433));
    assertThat(Conninfo.parse("postgresql://repl@127.0.0.1:5432/x").port()).isEqualTo(5432);
  }

  @Test
  void percentSignsOfAUriStandForBytes() {
    Conninfo uri = Conninfo.parse("postgresql://user%40x:a%2Fb+c@127.0.0.1:5432/?sslmode=prefer");
    assertThat(uri.problem()).isEmpty();
    assertThat(uri.user()).isEqualTo("user@x");
    assertThat(uri.values()).containsEntry("password", "a/b+c");
    assertThat(Conninfo.parse("postgresql://%2Fvar%2Frun/x").hosts())
        .singleElement()
        .satisfies(host -> assertThat(host.isSocket()).isTrue());
    assertThat(Conninfo.parse("postgresql://J%C3%BCrgen@localhost").user()).isEqualTo("Jürgen");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://a%4@localhost,a percent sign",
    "postgresql://a%-1@localhost,a percent sign",
    "postgresql://a%00@localhost,a percent sign",
    "postgresql://localhost/?sll=on,libpq knows no option \"sll\"",
    "postgresql://localhost/?user,\"user\" is not of the form option=value",
    "postgresql://localhost/?sslmode=never,\"never\" is no sslmode",
    "postgresql://localhost:54x,is no host and port",
    "postgresql://a@b@c:1:2,is no host and port",
  })
  void whatLibpqRefusesInAUriIsAProblem(String uri, String problem) {
    assertThat(Conninfo.parse(uri).problem()).contains(problem);
  }

  @Test
  void passwordIsShownInNoForm() {
    assertThat(Conninfo.withoutPassword("host=a password='ge\\'heim'")).doesNotContain("heim");
    assertThat(Conninfo.withoutPassword("postgresql://a:geheim@b/")).doesNotContain("heim");
  }
}
