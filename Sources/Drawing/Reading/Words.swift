import Plots
import Sentences

/// The words in figures, all from one table, in English and in Chinese.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// A word, or a phrase whose signs `#` are replaced by the given texts, in order.
  func callAsFunction(_ word: Word, _ given: String...) -> String {
    let pair = word.inEnglishAndChinese
    let phrase = language == .english ? pair.english : pair.chinese
    var rest = given[...]
    return phrase.reduce(into: "") { text, letter in
      if letter == "#", let next = rest.popFirst() { text += next } else { text.append(letter) }
    }
  }

  /// `1 parameter`, `11 178 378 parameters`: a phrase for one and another for all other numbers.
  func counted(_ count: Int, _ one: Word, _ many: Word) -> String {
    self(count == 1 ? one : many, grouped(count))
  }

  /// `11 178 378 parameters`.
  func parameters(_ count: Int) -> String { counted(count, .oneParameter, .parameters) }
  /// `2 blocks`.
  func blocks(_ count: Int) -> String { counted(count, .oneBlock, .blocks) }
  /// `28 layers`.
  func layers(_ count: Int) -> String { counted(count, .oneLayer, .manyLayers) }
  /// `3 times alike`.
  func alike(_ count: Int) -> String {
    count == 2 ? self(.alikeTwice) : self(.alikeTimes, "\(count)")
  }
  /// `18 weighted layers`.
  func weightedLayers(_ count: Int) -> String {
    counted(count, .oneWeightedLayer, .weightedLayers)
  }
  /// `10 scores`.
  func scores(_ count: Int) -> String { counted(count, .oneScore, .scores) }
  /// `3.66 G multiply-adds`.
  func multiplyAdds(_ count: Int) -> String { self(.multiplyAdds, inThreeDigits(count)) }
}
