import Testing

/// Only what is committed counts: a reader's nets, photographs and logs may lie wherever they like.
@Suite(.enabled(if: committed != nil, "git is not here"))
struct TopLevelTests {
  @Test func nothingLiesAroundBesideTheFewThingsThatShould() throws {
    let allowed: Set<Substring> = [
      "LICENSE", "Package.swift", "README.md", "Sources", "Chapters", "Tests", "Figures",
    ]
    let top = Set(try #require(committed).compactMap { $0.split(separator: "/").first })
    #expect(top.contains("Package.swift"))
    #expect(top.filter { !$0.hasPrefix(".") }.subtracting(allowed) == [])
  }

  @Test func allFiguresAreTheBooks() throws {
    let figures = try #require(committed).filter { $0.hasPrefix("Figures/") }
    #expect(
      figures.allSatisfy {
        $0.contains(#/^Figures\/(Book|Labs|Exercises|Chapter\d)\/[\w-]+\.svg$/#)
      })
  }
}
