import Testing

@testable import Terminal
import TestSupport

struct TableTests {
  var layers: Table {
    var table = Table("layer", "shape", "parameters", "share")
    table.add("conv1", [6, 28, 28], 156, "0.3%")
    table.add("卷积二", [16, 10, 10], 2416, "3.9%")
    return table
  }

  @Test func columnsStandBelowEachOtherAndNumbersLeanRight() {
    #expect(
      layers.text(.file) == """
        layer   shape         parameters  share
        ──────  ────────────  ──────────  ─────
        conv1   [6, 28, 28]          156   0.3%
        卷积二  [16, 10, 10]        2416   3.9%
        """)
  }

  @Test func markdownSaysWhichColumnsLeanRight() {
    #expect(
      layers.markdown == """
        | layer | shape | parameters | share |
        | --- | --- | ---: | ---: |
        | conv1 | [6, 28, 28] | 156 | 0.3% |
        | 卷积二 | [16, 10, 10] | 2416 | 3.9% |
        """)
  }

  @Test func aBarOrALineBreakInACellDoesNotBreakTheTable() {
    var table = Table("a", "b")
    table.add("x|y", "two\nlines")
    #expect(table.markdown.hasSuffix("| x\\|y | two lines |"))
  }

  @Test func numbersThatAreMissingDoNotMakeAColumnOfWords() {
    var table = Table("error")
    table.add(0.123456)
    table.add("–")
    table.add(Double.nan)
    #expect(table.text(.plainFile) == " error\n------\n0.1235\n     –\n   nan")
  }

  @Test func inANarrowWindowHeadingsAndThenCellsAreWrappedBetweenWords() {
    var table = Table("net", "loss in the last epoch", "shape after it")
    table.add("relu, plain, He initialization", 0.5, [1, 64, 14, 14])
    table.add("relu", 12.25, [1, 64, 7, 7])
    #expect(
      table.text(.grayWindow(60)) == """
        net                             loss in the  shape after it
                                         last epoch
        ──────────────────────────────  ───────────  ───────────────
        relu, plain, He initialization          0.5  [1, 64, 14, 14]
        relu                                  12.25  [1, 64, 7, 7]
        """)
    #expect(
      table.text(.grayWindow(42)) == """
        net                  loss  shape after it
                               in
                              the
                             last
                            epoch
        ──────────────────  ─────  ───────────────
        relu, plain, He       0.5  [1, 64, 14, 14]
        initialization
        relu                12.25  [1, 64, 7, 7]
        """)
  }

  @Test(arguments: 1...90) func noLineIsWiderThanTheWindowIfTheWordsAreNot(columns: Int) {
    var table = Table("first layer", "a quarter in", "least of all", "first : last")
    table.add("relu, residual, a tenth of the usual", 1.5e-24, "0.914 (0.905 to 0.923)", [3, 4])
    let lines = table.text(.grayWindow(columns)).split(separator: "\n")
    let widest = lines.map(\.displayWidth).max()!
    #expect(widest <= max(columns, 36))
    #expect(!lines.joined().contains("l/east"))
    for word in ["residual,", "quarter", "(0.905", "1.5e-24", "[3, 4]"] {
      #expect(lines.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func countsWithTheirWholeLeanRight() {
    var table = Table("correct")
    table.add("9,718 of 10,000")
    table.add("981 of 2,000")
    #expect(table.markdown.contains("---:"))
  }

  @Test func aTableMayBeEmpty() {
    #expect(Table("a", "b").text(.plainFile) == "a  b\n-  -")
  }

  @Test func aRowWithoutEnoughCellsIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var table = Table("a", "b")
      table.add("only one")
    }
  }
}
