import Foundation
import Testing

@testable import Notebook

@Suite struct WovenTests {
  @Test func aChapterThatIsNotWovenSaysNothingToTheWeaver() {
    // The tests themselves are never woven, so `show` prints tables for people.
    #expect(!Woven.isOn)
  }

  @Test func aMarkdownTableShowsWhatWouldMeanSomething() {
    var table = Table("layer", "value")
    table.add("resnet_block1", "a*b | <c> `d`")
    #expect(table.markdown.contains(#"| resnet\_block1 | a\*b \| \<c> \`d\` |"#))
  }

  @Test func theCommonestMistakesStandAlone() {
    let confusion = ConfusionTable(counts: [[5, 2], [1, 6]], names: ["cat", "dog"])
    #expect(confusion.mistakes == "cat taken for dog: 2 times\ndog taken for cat: once")
  }
}
