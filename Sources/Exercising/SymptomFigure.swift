/// A figure of a symptom: numbers that the probe tells, of the original and of the changed file.
public struct SymptomFigure: Sendable {
  /// How the numbers are drawn.
  public enum Chart: Sendable {
    /// As two lines; `places` are where on the horizontal axis, 1, 2, 3 and so on if it is empty.
    case curve(x: String, y: String, places: [Double], isLogarithmic: Bool)
    /// As bars in pairs.
    case bars(names: [String], unit: String)
    /// As the gray values of two pictures, `width` pixels wide.
    case pictures(width: Int)
  }

  /// What it shows, as a sentence without a period.
  public let title: String
  /// The name under which the probe, or else the training, tells the numbers.
  public let numbers: String
  /// How they are drawn.
  public let chart: Chart
  /// What the numbers of the changed file are called in it.
  public let changed: String

  private init(_ title: String, _ numbers: String, _ chart: Chart, _ changed: String) {
    (self.title, self.numbers, self.chart, self.changed) = (title, numbers, chart, changed)
  }

  /// Two lines.
  ///
  /// - Parameters:
  ///   - title: what it shows, as a sentence without a period.
  ///   - numbers: the name under which the probe tells them.
  ///   - x: the label of the horizontal axis.
  ///   - y: that of the vertical axis.
  ///   - places: where on the horizontal axis the numbers are; 1, 2, 3 and so on if it is empty.
  ///   - isLogarithmic: whether equal heights are equal factors.
  ///   - changed: what the line of the changed file is called.
  public static func curve(
    _ title: String, of numbers: String, x: String, y: String, at places: [Double] = [],
    isLogarithmic: Bool = false, changed: String = "with the bug"
  ) -> SymptomFigure {
    let chart = Chart.curve(x: x, y: y, places: places, isLogarithmic: isLogarithmic)
    return SymptomFigure(title, numbers, chart, changed)
  }

  /// Bars in pairs.
  ///
  /// - Parameters:
  ///   - title: what it shows, as a sentence without a period.
  ///   - numbers: the name under which the probe tells them.
  ///   - names: what each number is.
  ///   - unit: what is written behind each.
  ///   - changed: what the bars of the changed file are called.
  public static func bars(
    _ title: String, of numbers: String, _ names: [String], unit: String = "",
    changed: String = "with the bug"
  ) -> SymptomFigure {
    SymptomFigure(title, numbers, .bars(names: names, unit: unit), changed)
  }

  /// Two pictures, each from its darkest to its brightest pixel.
  ///
  /// - Parameters:
  ///   - title: what they show, as a sentence without a period.
  ///   - numbers: the name under which the probe tells the pixels, row by row.
  ///   - width: the pixels of a row.
  public static func pictures(_ title: String, of numbers: String, width: Int) -> SymptomFigure {
    SymptomFigure(title, numbers, .pictures(width: width), "with the bug")
  }
}
