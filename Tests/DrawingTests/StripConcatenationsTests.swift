import Foundation
import Testing

@testable import Draw
@testable import Drawing

/// An overview shows where results are concatenated further on.
@Suite struct StripConcatenationsTests {
  private func overview(_ net: String) throws -> Diagram {
    try Request(try Draw.parse([net, "--view", "overview"])).diagram()
  }

  @Test func theLinesOfAUShapedNetGoAroundEachOther() throws {
    let lines = try #require(try overview("unet").plan).lines.filter { $0.color == .shortcut }
    #expect(lines.count == 2)
    let spans = lines.map { ($0.points.first!.x, $0.points.last!.x, $0.points[1].y) }
      .sorted { $0.0 < $1.0 }
    #expect(spans[0].0 < spans[1].0 && spans[1].1 < spans[0].1)
    #expect(spans[0].2 < spans[1].2)
  }

  @Test func whatIsEnlargedBehindALayerDoesNotChangeItsShape() throws {
    let texts = try overview("unet").texts
    #expect(texts.contains("32 × 7 × 7"))
    #expect(texts.contains("lines above: concatenated further on"))
  }

  @Test func netsWithoutConcatenationsHaveNoSuchLines() throws {
    let texts = try overview("resnet18").texts
    #expect(!texts.contains { $0.contains("concatenat") })
  }
}
