import Plots
import Sentences

/// Whether a figure has room on what it is for; shrunk to it, its type would be too small to read.
extension Diagram {
  /// The diagram, if a slide or a phone shows it in its own size.
  ///
  /// - Throws: `SentenceError` that says how large it is, and what has room.
  func fitting(_ look: Look, as view: View) throws -> Diagram {
    guard look.purpose != .page, let plan else { return self }
    let (wide, high) = look.purpose == .slide ? (960.0, 540.0) : (358.0, Double.infinity)
    let share = min(wide / plan.width, high / plan.height)
    guard share < 0.999 else { return self }
    let sizes = "\(whole(plan.width)) × \(whole(plan.height))"
    let room =
      look.purpose == .slide
      ? "a slide has \(whole(wide)) × \(whole(high))" : "a phone is \(whole(wide)) wide"
    throw SentenceError(
      "\(title): as \(view) it is \(sizes) points, and \(room), so that type of 14 points would have "
        + "\(whole(14 * share)); --view overview and --view slide have room for most nets, --for page for any"
    )
  }
}

private func whole(_ number: Double) -> Int { Int(number.rounded()) }
