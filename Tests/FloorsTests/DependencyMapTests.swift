import Testing

@testable import Drawing

@Suite struct DependencyMapTests {
  private let map = DependencyMap(
    "floors",
    [
      .init("roof", "the top", needs: ["wall", "ground", "sky"]),
      .init("ground", "the bottom", needs: []),
      .init("wall", "the middle", needs: ["ground"]),
    ])

  @Test func dependenciesComeFirst() {
    #expect(map.items.map(\.name) == ["ground", "wall", "roof"])
  }

  @Test func onlyDirectDependenciesHaveArrows() {
    let edges = map.diagram().edges.map { [$0.from, $0.to] }
    #expect(edges == [["roof", "wall"], ["wall", "ground"]])
  }

  @Test func aCycleIsRefused() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = DependencyMap("", [.init("a", "", needs: ["b"]), .init("b", "", needs: ["a"])])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("depend on each other in a cycle"))
  }
}
