import Testing

@testable import Weaving

/// Tests of Chinese on the pages: marked as Chinese, and set in a Chinese font that sets nothing else.
@Suite struct ChineseTests {
  @Test(arguments: [
    ("<td>残差块 block</td>", "<td><span lang=\"zh\">残差块</span> block</td>"),
    ("捷径连接，跳跃连接", "<span lang=\"zh\">捷径连接，跳跃连接</span>"),
    ("1×1卷积", "1×1<span lang=\"zh\">卷积</span>"),
    ("a shortcut", "a shortcut"),
  ])
  func eachRunOfChineseHasItsLanguage(html: String, marked: String) {
    #expect(Chinese.marked(in: html) == marked)
  }

  @Test(arguments: [
    "<h2 id=\"残差块\">a</h2>", "<svg viewBox=\"0 0 1 1\"><text>残差块</text></svg>",
  ])
  func tagsAndDrawingsAreLeftAsTheyAre(html: String) {
    #expect(Chinese.marked(in: html) == html)
  }

  @Test func noChineseFontStandsBeforeAFontWithLatinLetters() throws {
    let style = try Asset.text("colors.css")
    for (stack, generic) in [("serif", "serif"), ("sans", "sans-serif")] {
      let list = style.components(separatedBy: "--\(stack):")[1].prefix { $0 != ";" }
      let fonts = list.split(separator: ",").map { $0.trimming { " \n\"".contains($0) } }
      let last = try #require(fonts.firstIndex(of: generic))
      for (place, font) in fonts.enumerated() {
        let isChinese = ["SC", "CJK", "YaHei"].contains { font.contains($0) }
        #expect(isChinese == (place > last), "\(font)")
      }
    }
  }

  @Test func theGlossaryOfTheBookIsMarked() throws {
    let folder = try BookTests.book.get()
    let page = try String(contentsOf: folder.appending(path: "glossary.html"), encoding: .utf8)
    #expect(page.contains("<span lang=\"zh\">准确率</span>"))
  }
}

extension Substring {
  fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
  }
}
