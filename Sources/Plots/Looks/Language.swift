/// The language of the words in a figure.
public enum Language: String, CaseIterable, Sendable {
  /// English, the language of the chapters.
  case english = "en"
  /// Simplified Chinese, the language of the notebooks that the chapters reproduce.
  case chinese = "zh"
}
