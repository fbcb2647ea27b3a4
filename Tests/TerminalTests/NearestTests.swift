import Testing

@testable import Terminal

struct NearestTests {
  @Test func theDistanceIsLevenshteins() {
    #expect(editDistances("kitten", "sitting").last == 3)
    #expect(editDistances("", "abc").last == 3)
    #expect(editDistances("abc", "").last == 3)
    #expect(editDistances("flaw", "lawn").last == 2)
    #expect(editDistances("same", "same").last == 0)
  }

  @Test(arguments: [
    ("mnits", "mnist"), ("MNIST", "mnist"), ("fashon", "fashion-mnist"), ("fmnist", "mnist"),
    ("Fashion_MNIST", "fashion-mnist"), ("draw", "drawn"), ("drown", "drawn"), ("m", "mnist"),
  ])
  func theNearestIsWhatWasMeant(word: String, meant: String) {
    #expect(nearest(to: word, among: ["mnist", "fashion-mnist", "drawn"]) == meant)
  }

  @Test func amongNoneThereIsNone() {
    #expect(nearest(to: "x", among: []) == nil)
  }
}
