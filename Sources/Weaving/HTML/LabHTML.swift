import Sentences

// A lab in a page of the book.

extension BlockHTML {
  /// A lab's still picture; where the lab runs, its script puts it in the place of that.
  func html(_ lab: Lab, _ still: Figure?) -> String {
    let picture = still.map {
      "<figure class=\"still\" aria-label=\"\(escaped(lab.picture))\">\($0.svg)</figure>"
    }
    let weights = weights(lab).map { " data-weights=\"\($0)\"" } ?? ""
    return """
      <section class="lab" data-lab="\(lab.name)"\(weights) aria-label="Lab: \(escaped(lab.title))">
      <h3 class="lab-title"><small>Lab</small>\(escaped(lab.title))</h3>
      \(picture ?? "")
      <p class="lab-note">\(escaped(engine.note(of: lab)))</p>
      </section>
      """
  }
}
