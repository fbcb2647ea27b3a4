import Foundation

@testable import Plots

/// Nets in the order of their years, each in the column of how it connects its layers.
struct Timeline {
  enum Column: Int, CaseIterable {
    case gates, layers, sums, transformers, concatenation

    var name: String {
      switch self {
      case .gates: "gates"
      case .layers: "one after the other"
      case .sums: "sums"
      case .transformers: "sums in Transformers"
      case .concatenation: "concatenation"
      }
    }

    var color: Color { [.olive, .blue, .shortcut, .teal, .gold][rawValue] }
  }

  struct Item {
    let year: Int
    let name: String
    let column: Column
    /// What it did, in a few words.
    let summary: String
    /// The names of items in other columns from which it took something over.
    var sources: [String] = []
  }

  let title: String
  let items: [Item]
  /// The item that stands out.
  let main: String

  var picture: Picture {
    var picture = Picture(
      width: 640, height: Self.top + Self.row * Double(items.count) + 14, title: title,
      description: items.map { "\($0.year): \($0.name), \($0.summary)." }.joined(separator: " "))
    picture.marks = [.text(title, Point(16, 22), .ink, .title)]
    picture.marks += legend + years + columns + curves + items.indices.flatMap(marks)
    return picture
  }

  private static let row = 25.0
  private static let top = 72.0

  private func place(_ index: Int) -> Point {
    Point(x(items[index].column), Self.top + Self.row * (Double(index) + 0.5))
  }

  private func x(_ column: Column) -> Double { 20 + 27 * Double(column.rawValue) }

  private var legend: [Mark] {
    var left = 20.0
    return Column.allCases.flatMap { column -> [Mark] in
      defer { left += 24 + Font.label.width(of: column.name) }
      return [
        .dot(Point(left, 44), radius: 4.5, column.color),
        .text(column.name, Point(left + 10, 48), .muted, .label),
      ]
    }
  }

  /// A faint line above the first item of each year, with the year below it.
  private var years: [Mark] {
    items.indices.filter { $0 == 0 || items[$0].year != items[$0 - 1].year }.flatMap {
      index -> [Mark] in
      let y = place(index).y
      return [
        .line([Point(146, y - Self.row / 2), Point(628, y - Self.row / 2)], .faint),
        .text("\(items[index].year)", Point(148, y + 4), .muted, .label),
      ]
    }
  }

  /// A vertical line from the first to the last item of each column.
  private var columns: [Mark] {
    Column.allCases.compactMap { column in
      let own = items.indices.filter { items[$0].column == column }
      guard let first = own.first, let last = own.last, first < last else { return nil }
      return .line([place(first), place(last)], column.color, width: 2)
    }
  }

  /// A curve to each item from each of its sources, or from further below in the source's column.
  private var curves: [Mark] {
    items.indices.flatMap { index in
      items[index].sources.map { name in
        let source = items.firstIndex { $0.name == name }!
        let last = items.lastIndex { $0.column == items[source].column }!
        let start = max(source, min(index - 3, last))
        let (from, to) = (Point(place(source).x, place(start).y), place(index))
        let points = (0...24).map { step -> Point in
          let t = Double(step) / 24
          let across = t * t * (3 - 2 * t)
          return Point(from.x + (to.x - from.x) * across, from.y + (to.y - from.y) * t)
        }
        return .line(points, items[index].column.color, width: 2)
      }
    }
  }

  private func marks(_ index: Int) -> [Mark] {
    let (item, place) = (items[index], place(index))
    let isMain = item.name == main
    let band = Mark.box(
      x: 186, y: place.y - Self.row / 2 + 2, width: 442, height: Self.row - 4, .band,
      radius: 5)
    return (isMain ? [band] : []) + [
      .dot(place, radius: isMain ? 8 : 6, .paper),
      .dot(place, radius: isMain ? 6.5 : 4.5, item.column.color),
      .text(
        item.name, Point(194, place.y + 4), item.column.color, Font(12, bold: true)),
      .text(item.summary, Point(334, place.y + 4), isMain ? .ink : .muted, .label),
    ]
  }
}
