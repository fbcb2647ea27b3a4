import Foundation
import Sentences
import Testing

@testable import Plots

/// PNG and PDF, if `rsvg-convert` is installed; otherwise the error that says what to install.
@Suite struct ConversionTests {
  static let isHere = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/rsvg-convert")
  }

  private let chart: Picture = {
    var chart = LineChart("Losses, 损失", x: Axis("epoch"), y: Axis("loss", .logarithmic))
    chart.line("a", [1, 0.1, 0.01])
    return chart.picture(width: 400, height: 240)
  }()

  private func written(_ format: PictureFormat, _ theme: Theme = .auto) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).\(format)")
    defer { try? FileManager.default.removeItem(at: file) }
    try chart.write(to: file, as: format, theme: theme)
    return Array(try Data(contentsOf: file))
  }

  @Test(.enabled(if: isHere)) func aPNGHasTwoPixelsToThePoint() throws {
    let bytes = try written(.png)
    #expect(Array(bytes[..<8]) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == Int(chart.width) * 2 && number(20) == Int(chart.height) * 2)
  }

  @Test(.enabled(if: isHere), arguments: [PictureFormat.png, .pdf])
  func equalPicturesGiveEqualBytes(format: PictureFormat) throws {
    #expect(try written(format) == written(format))
    #expect(try written(format, .dark) != written(format, .light))
    #expect(try written(format, .auto) == written(format, .light))
  }

  @Test(.enabled(if: isHere)) func aPDFStartsWithItsSignature() throws {
    #expect(String(decoding: try written(.pdf).prefix(5), as: UTF8.self) == "%PDF-")
  }

  @Test(.enabled(if: !isHere)) func withoutTheConverterTheErrorSaysWhatToInstall() {
    let error = #expect(throws: SentenceError.self) { try written(.png) }
    #expect(error?.description.contains("apt-get install librsvg2-bin") == true)
  }

  @Test(arguments: Theme.allCases) func everyThemeHasItsColors(theme: Theme) {
    let svg = chart.svg(theme)
    #expect(svg.contains("<style>") == (theme == .auto))
    #expect(svg.contains(theme(.ink)))
    if theme == .dark { #expect(!svg.contains(Color.ink.light)) }
    if theme == .paper { #expect(!svg.contains(Color.blue.light)) }
  }
}
