package replicationlab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/**
 * Who may know whom. Each rule says why, because a rule whose reason is lost is a rule that
 * somebody deletes.
 */
@AnalyzeClasses(packages = "replicationlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String OURS = "replicationlab..";

  private static final Set<String> IN_COMMON_POOL = Set.of("parallelStream", "parallel");

  private static final Set<String> LEAVES =
      Set.of(
          "replicationlab.deck",
          "replicationlab.diagram",
          "replicationlab.files",
          "replicationlab.process",
          "replicationlab.progress",
          "replicationlab.settings",
          "replicationlab.postgres.sql");

  @ArchTest
  static final ArchRule javafxStaysInTheWindow =
      noClasses()
          .that()
          .resideOutsideOfPackages("replicationlab.ui..", "replicationlab")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.fxmisc..", "org.controlsfx..", "atlantafx..")
          .because("the lab, the checker and the command line run on machines without a display");

  @ArchTest
  static final ArchRule oneWayToRunPrograms =
      noClasses()
          .that()
          .resideOutsideOfPackage("replicationlab.process")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.exec..", "com.pty4j..")
          .orShould()
          .callConstructor(ProcessBuilder.class, String[].class)
          .because(
              "every program is run with a time-out, can be cancelled, and never through a shell");

  @ArchTest
  static final ArchRule oneWayToAskServers =
      noClasses()
          .that()
          .resideOutsideOfPackage("replicationlab.postgres.sql")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
          .because(
              "every query has time-outs: a replayed lock can block a SELECT on a standby for"
                  + " minutes");

  @ArchTest
  static final ArchRule nobodyWaitsInJavasCommonPool =
      noClasses()
          .should()
          .callMethod(ForkJoinPool.class, "commonPool")
          .orShould()
          .callMethodWhere(
              describe(
                  "work goes to no executor of ours",
                  call ->
                      IN_COMMON_POOL.contains(call.getTarget().getName())
                          || (call.getTargetOwner().isAssignableTo(CompletableFuture.class)
                              && call.getTarget().getName().endsWith("Async")
                              && call.getTarget().getRawParameterTypes().stream()
                                  .noneMatch(type -> type.isEquivalentTo(Executor.class)))))
          .because(
              "on two processors it has one thread: who waits there for a lock, a server or a disk"
                  + " keeps everybody else's work from beginning, and its own lock's owner too");

  @ArchTest
  static final ArchRule dialogsForFilesStartWhereOneWas =
      noClasses()
          .that()
          .doNotHaveSimpleName("LastFolder")
          .should()
          .callConstructor(FileChooser.class)
          .orShould()
          .callConstructor(DirectoryChooser.class)
          .because("left alone, a dialog starts in the folder in which the program runs");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages("replicationlab.cli", "replicationlab")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("what a library prints is seen by nobody in the window");

  @ArchTest
  static final ArchRule modelsKnowNothingOfOurs =
      noClasses()
          .that()
          .resideInAnyPackage(LEAVES.toArray(String[]::new))
          .should()
          .dependOnClassesThat(
              describe(
                  "are ours and of another package than these",
                  target ->
                      target.getPackageName().startsWith("replicationlab")
                          && !LEAVES.contains(target.getPackageName())))
          .because("a model that knows its users cannot be tested or read alone");

  @ArchTest
  static final ArchRule labReadsDecks =
      noClasses()
          .that()
          .resideInAPackage("replicationlab.lab")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "replicationlab.postgres..",
              "replicationlab.check..",
              "replicationlab.run..",
              "replicationlab.ui..")
          .because("a lab is text: it can be read and checked on a machine without PostgreSQL");

  @ArchTest
  static final ArchRule lessonsAreJudgedByThoseWhoDoNotRunThem =
      noClasses()
          .that()
          .resideInAnyPackage("replicationlab.policy", "replicationlab.consent")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "replicationlab.run..",
              "replicationlab.check..",
              "replicationlab.process..",
              "replicationlab.ui..")
          .because("what a lesson may do is decided before anything of it runs, and tested alone");

  @ArchTest
  static final ArchRule theCheckerDoesNotActForTheLab =
      noClasses()
          .that()
          .resideInAPackage("replicationlab.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "replicationlab.run..",
              "replicationlab.progress..",
              "replicationlab.ui..",
              "replicationlab.cli..")
          .because("checks look at the state and never at the way in which it was reached");

  @ArchTest
  static final ArchRule servicesDoNotKnowTheirFaces =
      noClasses()
          .that()
          .resideOutsideOfPackages("replicationlab.ui..", "replicationlab.cli..", "replicationlab")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("replicationlab.ui..", "replicationlab.cli..")
          .because("the window and the command line run the same code");

  @ArchTest
  static final ArchRule viewsDoNotKnowTheirSiblings =
      slices()
          .matching(
              "replicationlab.ui.(lab|check|console|status|deck|evidence|terminal|files|xray|slidelab)..")
          .should()
          .notDependOnEachOther()
          .because("the shell wires the parts, so that each can be shown, hidden and tested alone");

  @ArchTest
  static final ArchRule presentingKnowsSlidesOnly =
      noClasses()
          .that()
          .resideInAPackage("replicationlab.ui.present")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "replicationlab.run..",
              "replicationlab.ui.slidelab",
              "replicationlab.ui.lab",
              "replicationlab.ui.check",
              "replicationlab.ui.console",
              "replicationlab.ui.files",
              "replicationlab.ui.xray")
          .because("a room is shown slides; what lies over them the shell hands over");

  @ArchTest
  static final ArchRule paperAndReadingKnowSlidesOnly =
      noClasses()
          .that()
          .resideInAnyPackage("replicationlab.ui.export", "replicationlab.ui.reading")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "replicationlab.run..",
              "replicationlab.check..",
              "replicationlab.postgres..",
              "replicationlab.ui.lab..",
              "replicationlab.ui.check..",
              "replicationlab.ui.console..",
              "replicationlab.ui.drill..",
              "replicationlab.ui.evidence..",
              "replicationlab.ui.files..",
              "replicationlab.ui.status..",
              "replicationlab.ui.terminal..",
              "replicationlab.ui.xray..")
          .because("a deck is read and printed where there is no lab; the slides are ui.deck's");

  @ArchTest
  static final ArchRule onePrinter =
      noClasses()
          .that()
          .resideOutsideOfPackage("replicationlab.ui.export")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..")
          .because("PDF is one form of a slide; who orders it need not know how it is written");

  @ArchTest
  static final ArchRule oneTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("replicationlab.ui.terminal")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.techsenger..")
          .because("its widget is exchanged, should another be better, in one place");

  @ArchTest
  static final ArchRule onlyTheShellKnowsAllParts =
      noClasses()
          .that()
          .resideInAPackage("replicationlab.ui..")
          .and()
          .resideOutsideOfPackage("replicationlab.ui.shell")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("replicationlab.ui.shell")
          .because("a part that knows the shell cannot be tested without it");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("replicationlab.(**)")
          .should()
          .beFreeOfCycles()
          .because("in a cycle nothing can be read, tested or replaced alone");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("what waits, waits for something; and the FX thread never does");
}
