import Testing

@testable import Weaving

/// A page whose prose has changed keeps the output of its code.
@Suite struct PageTextTests {
  private let woven = Page([
    .prose("Old."), .code("print(1)"), .output("1"), .prose("Between."), .code("print(2)"),
    .table("| 2 |"), .figure(path: "a.svg", title: "a", caption: ""), .ending("## End"),
  ])

  @Test func outputStaysBelowItsCode() throws {
    let current = Page([
      .prose("New."), .code("print(1)"), .prose("Between."),
      .lab(Lab(name: "a", title: "A", picture: "p")), .code("print(2)"), .prose("More."),
    ])
    let page = try #require(woven.renewed(from: current))
    #expect(
      page.blocks == [
        .prose("New."), .code("print(1)"), .output("1"), .prose("Between."),
        .lab(Lab(name: "a", title: "A", picture: "p")), .code("print(2)"), .table("| 2 |"),
        .figure(path: "a.svg", title: "a", caption: ""), .prose("More."), .ending("## End"),
      ])
  }

  @Test func changedCodeMustRun() {
    #expect(woven.renewed(from: Page([.code("print(1)"), .code("print(3)")])) == nil)
    #expect(woven.renewed(from: Page([.code("print(1)")])) == nil)
  }

  @Test func aLabIsReadBackFromThePage() {
    let page = Page([
      .prose("Try."), .lab(Lab(name: "a-b", title: "A: b", picture: "what, it (shows)")),
    ])
    #expect(Page(markdown: page.markdown).blocks == page.blocks)
  }

  @Test func everyLabHasItsTitleItsPictureAndAQuestion() throws {
    for name in LabPage.names {
      let text = try repository.text(Lab.script(name))
      for piece in ["title: \"", "picture: \"", "question: ", "settle(", "build("] {
        #expect(text.contains(piece), "\(name) has no \(piece)")
      }
    }
  }
}
