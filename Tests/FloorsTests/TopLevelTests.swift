import Testing

@Suite struct TopLevelTests {
  @Test func nothingLiesAroundBesideTheFewThingsThatShould() throws {
    let allowed: Set<Substring> = [
      "LICENSE", "Package.swift", "README.md", "Sources", "Chapters", "Tests", "Figures",
    ]
    let top = Set(try files(in: "").compactMap { $0.split(separator: "/").first })
    #expect(top.contains("Package.swift"))
    #expect(top.filter { !$0.hasPrefix(".") }.subtracting(allowed) == [])
  }
}
