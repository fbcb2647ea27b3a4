import Foundation
import Testing

@testable import Notebook

/// Each test says first how the program was started, since test runners start theirs differently.
struct InterruptTests {
  @Test func theFirstOneIsRemembered() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(7), observing: [\.standardErrorContent]
    ) {
      signal(SIGINT, SIG_DFL)
      Interrupt.watch()
      if Interrupt.isRaised { exit(1) }
      raise(SIGINT)
      exit(Interrupt.isRaised ? 7 : 1)
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Stopping after this batch. Ctrl-C again ends the program at once.\n"))
  }

  @Test func theSecondOneEndsTheProgram() async {
    await #expect(processExitsWith: .exitCode(130)) {
      signal(SIGINT, SIG_DFL)
      Interrupt.watch()
      raise(SIGINT)
      raise(SIGINT)
      exit(0)
    }
  }

  @Test func aProgramThatIsToIgnoreItDoes() async {
    await #expect(processExitsWith: .exitCode(7)) {
      signal(SIGINT, SIG_IGN)
      Interrupt.watch()
      raise(SIGINT)
      raise(SIGINT)
      exit(Interrupt.isRaised ? 1 : 7)
    }
  }
}
