import Autograd
import Testing

@Suite struct RandomTests {
  /// The numbers every implementation of SplitMix64 gives for seed 0.
  @Test func itIsSplitMix64() {
    var random = Random(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(random.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func theSameSeedGivesTheSameNumbers() {
    var (one, same, other) = (Random(seed: 7), Random(seed: 7), Random(seed: 8))
    let numbers = (0..<100).map { _ in one.normal() }
    #expect(numbers == (0..<100).map { _ in same.normal() })
    #expect(numbers != (0..<100).map { _ in other.normal() })
  }

  @Test func uniformNumbersFillTheirRangeEvenly() {
    var random = Random(seed: 1)
    let numbers = (0..<100_000).map { _ in Double(random.uniform(in: -1...3)) }
    #expect(numbers.allSatisfy { (-1...3).contains($0) })
    #expect(numbers.min()! < -0.999 && numbers.max()! > 2.999)
    #expect(abs(mean(numbers) - 1) < 0.02)
    #expect(abs(mean(numbers.map { ($0 - 1) * ($0 - 1) }) - 16 / 12) < 0.02)
  }

  /// The second, third and fourth moment of a bell are 1, 0 and 3.
  @Test func normalNumbersHaveTheMomentsOfABell() {
    var random = Random(seed: 2)
    let numbers = (0..<100_000).map { _ in Double(random.normal()) }
    #expect(numbers.allSatisfy { $0.isFinite })
    #expect(abs(mean(numbers)) < 0.02)
    #expect(abs(mean(numbers.map { $0 * $0 }) - 1) < 0.02)
    #expect(abs(mean(numbers.map { $0 * $0 * $0 })) < 0.05)
    #expect(abs(mean(numbers.map { $0 * $0 * $0 * $0 }) - 3) < 0.1)
  }

  @Test func itShufflesAlikeForTheSameSeed() {
    var (one, same, other) = (Random(seed: 7), Random(seed: 7), Random(seed: 8))
    let order = one.order(of: 20)
    #expect(order.sorted() == Array(0..<20))
    #expect(order == same.order(of: 20))
    #expect(order != other.order(of: 20))
  }

  /// Written down, so that they stay what they are on every system.
  @Test func wholeNumbersAreThoseOfEverySystem() {
    var random = Random(seed: 7)
    #expect((0..<8).map { _ in random.number(below: 10) } == [3, 0, 9, 5, 4, 2, 4, 3])
    #expect(random.order(of: 8) == [1, 3, 2, 7, 0, 4, 5, 6])
    #expect(random.order(of: 0) == [] && random.order(of: 1) == [0])
  }

  #if _pointerBitWidth(_64)
    @Test func whereAnIntHas64BitsTheyAreThoseOfTheStandardLibrary() {
      var (ours, theirs) = (Random(seed: 9), Random(seed: 9))
      for count in 1...50 {
        #expect(ours.number(below: count) == Int.random(in: 0..<count, using: &theirs))
        #expect(ours.order(of: count) == (0..<count).shuffled(using: &theirs))
      }
    }
  #endif
}

private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
