import Testing

@testable import Weaving

/// A number in the prose of a page is one that the page's programs printed, or it has a source.
///
/// Prose and output are those of the committed page, so that a source that is newer than its page fails
/// `CommittedPagesTests` alone.
@Suite struct ClaimsTests {
  @Test(arguments: try repository.chapters())
  func everyNumberInProseIsInOutputOrCodeOrHasASource(number: Int) throws {
    let page = Page(markdown: try repository.text("Chapters/Chapter\(number)/README.md"))
    let known = try Self.evidence(of: number)
    let quoted = Set(quotedNumbers[number]?.map(\.number) ?? [])
    let claims = page.blocks.flatMap { Claim.all(in: $0.claimed) }
    #expect(!claims.isEmpty)
    for claim in claims where !quoted.contains(claim.text) {
      let isKnown = claim.isAmong(known)
      #expect(
        isKnown,
        """
        chapter \(number): "\(claim.text)" in "… \(claim.context) …" is in no output, check or code of the \
        page; print or check it, or give its source in Tests/WeavingTests/Claims/QuotedNumbers.swift
        """)
    }
  }

  /// The numbers that a chapter prints or has in its code.
  static func evidence(of chapter: Int) throws -> [Double] {
    let page = Page(markdown: try repository.text("Chapters/Chapter\(chapter)/README.md"))
    return try page.blocks.flatMap(\.evidence) + numbersBeside(chapter)
  }

  @Test func claimsAreNumbersThatSayHowSomethingIs() {
    let text = """
      In PyTorch 2.15, of 10,000 pictures 98.8 % were right (99%), after 9 epochs; ResNet-152 and He 2015, section 3.1 and \
      table 12, say 1.4 · 10⁻⁴⁵. In `0.123` and $0.5$ [and](https://a.org/1512.03385) none: 3 × 3, a100, \
      1.2.3. It fell from 0.02 to 7.

          0.125
      """
    #expect(
      Claim.all(in: text).map(\.text) == [
        "10,000", "98.8 %", "99%", "1.4 · 10⁻⁴⁵", "0.02",
      ])
  }

  @Test(arguments: [
    ("98.8 %", "0.9881", true), ("98.8 %", "98.79", true), ("98.8 %", "1.2", true),
    ("98.8 %", "0.9871", false), ("0.98", "0.9849", true), ("0.98", "0.9851", false),
    ("41,514", "41_514", true), ("41,514", "41515", false), ("1.4 · 10⁻⁴⁵", "1.401e-45", true),
    ("1.4 · 10⁻⁴⁵", "1.401e-44", false), ("0.25", "-0.25", true), ("256", "[64, 256]", true),
  ])
  func aClaimIsComparedAsItIsRounded(claim: String, output: String, holds: Bool) throws {
    let claim = try #require(Claim.all(in: "It is \(claim), yes.").first)
    #expect(claim.isAmong(numbers(in: output)) == holds)
  }
}

extension Page.Block {
  /// The prose that makes claims; answers and outcomes are of runs that the page does not show.
  fileprivate var claimed: String {
    switch self {
    case .prose(let text): text
    // The checks of exercises show their numbers.
    case .ending(let text, _) where text.hasPrefix("## Exercises"): ""
    case .ending(let text, _): text.replacing(#/ *<details>(?s:.)*?<\/details>/#, with: "")
    default: ""
    }
  }

  /// The numbers of what a program printed, and of the program.
  fileprivate var evidence: [Double] {
    switch self {
    case .code(let text), .output(let text), .table(let text), .source(_, let text):
      numbers(in: text)
    case .prose, .figure, .ending, .lab: []
    }
  }
}

/// The numbers in the chapter's files beside `main.swift`: thresholds with what was measured, and published
/// values.
private func numbersBeside(_ chapter: Int) throws -> [Double] {
  let folder = "Chapters/Chapter\(chapter)/"
  return try repository.files(in: String(folder.dropLast())).filter { path in
    let name = path.dropFirst(folder.count)
    return name.hasSuffix(".swift") && !name.contains("/")
      && !["main.swift", "About.swift", "Ending.swift", "Slides.swift"].contains(String(name))
  }.flatMap { numbers(in: try repository.text($0)) }
}
