import Files
import Foundation
import Terminal
import Weaving

/// Reports which chapter is being woven and the time remaining, one line for each chapter.
struct Progress {
  private let chapters: [Int]
  private var seconds: [String: Double]
  private var begun = Date()
  private let start = Date()

  /// Seconds on two cores, for chapters that this machine has not run yet.
  private static let usual = ["1": 75.0, "2": 40, "3": 5, "4": 130, "5": 160]

  init(_ chapters: [Int]) {
    self.chapters = chapters
    let kept = (try? Data(contentsOf: Self.file)).flatMap {
      try? JSONDecoder().decode([String: Double].self, from: $0)
    }
    seconds = Self.usual.merging(kept ?? [:]) { $1 }
  }

  func say(_ text: String) {
    Screen.standardError.say("weave: \(text)")
  }

  mutating func begin(_ chapter: Int) {
    begun = Date()
    let place = chapters.firstIndex(of: chapter)!
    let rest = chapters[place...].reduce(0) { $0 + expected($1) }
    say(
      "chapter \(chapter), \(place + 1) of \(chapters.count), about \(clock(expected(chapter)))"
        + (place + 1 < chapters.count ? "; \(clock(rest)) in all" : ""))
  }

  /// Stores how long the chapter took, for the estimates of the next run.
  mutating func end(_ chapter: Int) {
    seconds["\(chapter)"] = Date().timeIntervalSince(begun)
    try? replace(Self.file, with: JSONEncoder().encode(seconds))
    say("chapter \(chapter) is woven, after \(clock(Date().timeIntervalSince(begun)))")
    if chapter == chapters.last {
      say("all are woven, after \(clock(Date().timeIntervalSince(start)))")
    }
  }

  private func expected(_ chapter: Int) -> Double { seconds["\(chapter)"] ?? 60 }

  private static var file: URL { Repository.own.file(".build/woven/seconds.json") }
}
