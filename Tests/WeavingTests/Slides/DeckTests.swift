import Foundation
import Sentences
import Testing

@testable import Weaving

/// The decks of the chapters: each slide a claim and one exhibit, each number found, a conclusion at the end.
@Suite struct DeckTests {
  @Test(arguments: try repository.chapters())
  func aDeckIsALecture(number: Int) throws {
    let slides = try Deck(of: number, in: repository).slides
    #expect(
      (10...16).contains(slides.count), "a lecture of 30 to 45 minutes; these are \(slides.count)")
    #expect(slides.first?.kind == .title && slides.last?.kind == .end)
    #expect(slides.dropFirst().dropLast().allSatisfy { $0.kind == .claim })
    #expect((3...5).contains(slides.last?.items.count ?? 0) && slides.last?.note != nil)
  }

  @Test(arguments: try repository.chapters())
  func aClaimIsAShortSentenceAndNoHeading(number: Int) throws {
    let slides = try Deck(of: number, in: repository).slides.filter { $0.kind == .claim }
    let page = Page(markdown: try repository.text("Chapters/Chapter\(number)/README.md"))
    let titles = Findings(page, path: "").titles
    for slide in slides {
      #expect(slide.claim.count <= 90, "\(slide.place): \(slide.claim.count) characters")
      #expect(slide.claim.split(separator: " ").count >= 5, "\(slide.place): \(slide.claim)")
      #expect(slide.claim.first?.isUppercase == true, "\(slide.place): \(slide.claim)")
      #expect(!".:".contains(slide.claim.last!), "\(slide.place): \(slide.claim)")
      #expect(!titles.contains(slide.claim), "\(slide.place) is a heading, not a claim")
      #expect(slide.exhibit != nil, "\(slide.place)")
    }
    #expect(Set(slides.map(\.claim)).count == slides.count)
  }

  /// Numbers with three digits, decimals or a percent sign, as in the prose of pages.
  @Test(arguments: try repository.chapters())
  func aNumberThatIsTypedIsOnThePage(number: Int) throws {
    let known = try ClaimsTests.evidence(of: number)
    let quoted = Set(quotedNumbers[number]?.map(\.number) ?? [])
    let own = "Chapters/Chapter\(number)/Slides.swift"
    let apart = repository.exists(own) ? try readCells(repository.text(own), own) : []
    for slide in try (repository.source(of: number).cells + apart).flatMap(\.slides) {
      let texts = ["note", "item", "next", "say"].flatMap(slide.texts)
      for claim in ([slide.claim] + texts).flatMap(Claim.all) where !quoted.contains(claim.text) {
        #expect(
          claim.isAmong(known),
          "\(slide.place): \"\(claim.text)\" is not on the page; look it up with `number:`")
      }
    }
  }

  @Test func slidesOfTheirOwnFileFollowThoseBesideTheCodeOfTheirSection() throws {
    let cells = try readCells(
      "// ## A\n\n// slide: One\n// show: code\n// say: W.\n\nf()\n\n// ## B\n\ng()\n", "main.swift"
    )
    let apart = try readCells(
      "// ## B\n\n// slide: Three\n// show: formula x\n// say: W.\n\n// ## A\n\n// slide: Two\n// show: formula x\n// say: W.\n",
      "Slides.swift")
    let deck = try Deck(
      of: 1, cells: cells, apart: apart, Findings(Page([]), path: "P.md"), exists: { _ in false })
    #expect(deck.slides.map(\.claim) == ["One", "Two", "Three"])
    let other = try readCells(
      "// ## C\n\n// slide: Four\n// show: formula x\n// say: W.\n", "Slides.swift")
    let error = #expect(throws: SentenceError.self) {
      try Deck(
        of: 1, cells: cells, apart: other, Findings(Page([]), path: "P.md"), exists: { _ in false })
    }
    #expect(
      error?.description.hasPrefix("Slides.swift:3: the chapter has no section \"C\"") == true)
  }
}
