import Testing

@testable import Terminal

struct OrExitTests {
  @Test func whatIsReturnedIsPassedOn() {
    #expect(orExit { 3 } == 3)
  }

  @Test func anErrorEndsTheProgramWithItsSentence() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(1), observing: [\.standardErrorContent]
    ) {
      orExit { throw Full() }
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(text.contains("Error: the disk is full\n"))
  }
}

private struct Full: Error, CustomStringConvertible { let description = "the disk is full" }
