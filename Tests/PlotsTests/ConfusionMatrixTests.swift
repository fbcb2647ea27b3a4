import Testing

@testable import Plots

@Suite struct ConfusionMatrixTests {
  let matrix = ConfusionMatrix(
    "Pets", names: ["cat", "dog", "hen"], counts: [[8, 2, 0], [0, 9, 1], [0, 0, 0]])

  @Test func everyCellIsDrawnAndEveryCountWritten() throws {
    let reader = try SVGReader(matrix.picture().svg())
    #expect(reader.count("rect") == 1 + 9)
    #expect(reader.words.filter { Int($0) != nil } == ["8", "2", "9", "1"])
    #expect(reader.words.filter { $0 == "dog" }.count == 2)
    #expect(reader.words.contains("true class") && reader.words.contains("predicted class"))
  }

  @Test func greaterSharesAreDarker() {
    let steps = [0, 1, 5, 30, 100].map { Grid.step(count: $0, share: Double($0) / 100) }
    #expect(steps == steps.sorted() && steps.first == 0 && steps.last == 6)
  }

  @Test func theDescriptionHasTheAccuracyAndTheMostFrequentConfusion() {
    #expect(
      matrix.spoken == "Confusion matrix of 3 classes: 17 of 20 right. "
        + "Most often, cat was taken for dog: 2 times.")
  }

  @Test func countsTooWideForTheirCellsAreOmitted() throws {
    let wide = ConfusionMatrix("", names: ["a"], counts: [[Int.max]])
    #expect(try SVGReader(wide.picture().svg()).words.filter { Int($0) != nil } == [])
    let hundred = ConfusionMatrix(
      "CIFAR-100", names: (0..<100).map { "class \($0)" },
      counts: (0..<100).map { row in (0..<100).map { $0 == row ? 99 : 0 } })
    #expect(try SVGReader(hundred.picture(cell: 8).svg()).count("rect") == 1 + 10_000)
  }

  @Test func withoutClassesItSaysSo() throws {
    let none = ConfusionMatrix("None", names: [], counts: [])
    #expect(try SVGReader(none.picture().svg()).words == ["None", "no classes"])
  }

  @Test func rowsOfDifferentLengthsStopWithASentence() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = ConfusionMatrix("", names: ["a", "b"], counts: [[1, 2], [3]])
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("A confusion matrix of 2 classes was given 2 rows of [1, 2] counts"))
  }
}
