import Testing

@testable import Notebook

struct MeteredTests {
  @Test func theElementsAreTheSame() {
    #expect(Array([3, 1, 2].metered("numbers")) == [3, 1, 2])
    #expect(Array([Int]().metered("nothing")).isEmpty)
  }

  @Test func aLoopCanBeLeftAndBegunAgain() {
    let numbers = [3, 1, 2].metered("numbers")
    for _ in numbers { break }
    #expect(numbers.reduce(0, +) == 6)
  }
}
