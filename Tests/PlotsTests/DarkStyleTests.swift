import Testing

@testable import Plots

@Suite struct DarkStyleTests {
  @Test(arguments: samples()) func everyColorUsedHasADarkOne(picture: Picture) throws {
    let reader = try SVGReader(picture.svg())
    let style = reader.all("style")[0].text
    let used = ["fill", "stroke"].flatMap { key in
      reader.elements.compactMap { $0.attributes[key] }
    }
    #expect(Set(used).count > 2)
    for color in Set(used) where color != "none" {
      let dark = try #require(Color.all.first { $0.light == color }).dark
      #expect(style.contains("[fill='\(color)']{fill:\(dark)}"))
      #expect(style.contains("[stroke='\(color)']{stroke:\(dark)}"))
    }
  }

  @Test func theStyleHasOnlyTheColorsOfThePicture() {
    var picture = Picture(width: 10, height: 10, title: "")
    picture.marks = [.dot(Point(1, 1), radius: 1, .teal)]
    #expect(picture.colors == [.paper, .teal])
    #expect(!picture.svg().contains(Color.blue.light))
  }

  @Test func theWholeTableIsOneRule() {
    let style = Color.darkStyle()
    #expect(style.hasPrefix("@media (prefers-color-scheme: dark) {"))
    #expect(Color.all.allSatisfy { style.contains("[fill='\($0.light)']{fill:\($0.dark)}") })
  }
}
