import Foundation
import Testing

@testable import Drawing

/// The two pictures of the floors, in the README and in the book, show what `Package.swift` says.
@Suite struct MapTests {
  private let floors = modules.filter(\.isFloor)

  @Test func theReadmeDrawsEveryFloorOnce() throws {
    let drawn = try floorsInReadme()
    #expect(drawn.map(\.name).sorted() == floors.map(\.name).sorted())
    for floor in drawn { #expect(!floor.summary.isEmpty, "\(floor.name)") }
  }

  @Test func inTheReadmeAFloorStandsAboveWhatItNeeds() throws {
    let drawn = try floorsInReadme()
    for floor in floors {
      for need in floor.needs.sorted() {
        guard let lower = drawn.first(where: { $0.name == need })?.line else { continue }
        let line = try #require(drawn.first { $0.name == floor.name }?.line)
        #expect(line < lower, "\(floor.name) stands on \(need)")
      }
    }
  }

  /// Fonts differ from machine to machine, and with them the places; words and arrows do not.
  @Test func theBooksMapShowsTheFloors() throws {
    let items = try floorsInReadme().map { floor in
      let needs = modules.first { $0.name == floor.name }?.needs ?? []
      return DependencyMap.Item(floor.name, floor.summary, needs: needs)
    }
    let wanted = DependencyMap("The floors of the package", items).diagram()
    let committed = try lines(of: "Figures/Book/floors.svg").joined(separator: "\n")
    let text = String(decoding: try wanted.rendered(as: .svg), as: UTF8.self)
    guard words(committed) != words(text) else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "floors.svg")
    try wanted.write(to: file, as: .svg)
    Issue.record("Figures/Book/floors.svg is not what Package.swift says; \(file.path) is")
  }

  private func words(_ svg: String) -> [String] {
    svg.matches(of: #/<text [^>]*>([^<]*)<|class="(edge)"/#)
      .map { String($0.1 ?? $0.2 ?? "") }.sorted()
  }
}
