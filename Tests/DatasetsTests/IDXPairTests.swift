import Testing

@testable import Datasets

@Suite struct IDXPairTests {
  private let names = (0...9).map(String.init)

  private func pair(
    _ images: [UInt8], _ labels: [UInt8], side: Int? = nil
  ) throws -> LabeledImages {
    try LabeledImages(
      images: IDXFile(images, kind: .images, name: "images"),
      labels: IDXFile(labels, kind: .labels, name: "labels"), classNames: names, side: side)
  }

  @Test func imagesAndLabelsComeTogether() throws {
    let data = try pair(idxImages(3, 2, 4), idxLabels(3))
    #expect(data.count == 3 && data.height == 2 && data.width == 4)
    #expect(data.labels == [0, 1, 2])
    #expect(data.picture(at: 1) == [56, 63, 70, 77, 84, 91, 98, 105])
  }

  @Test func unequalCountsAreBothSaid() {
    #expect(
      sentence { _ = try pair(idxImages(3, 2, 2), idxLabels(4)) }
        == "images holds 3 images, but labels holds 4 labels; each image needs one")
  }

  @Test func aLabelAboveNineSaysWhereItIs() {
    var labels = idxLabels(5)
    labels[8 + 3] = 10
    #expect(
      sentence { _ = try pair(idxImages(5, 2, 2), labels) }
        == "labels: label 3, counted from 0, is 10; the classes are 0 to 9")
  }

  @Test func officialPicturesMustHaveTheOfficialSize() throws {
    #expect(
      sentence { _ = try pair(idxImages(2, 28, 27), idxLabels(2), side: 28) }
        == "images: its images are 28×27; wanted are 28×28")
    #expect(try pair(idxImages(2, 28, 28), idxLabels(2), side: 28).count == 2)
  }
}
