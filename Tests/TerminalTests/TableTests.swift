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
