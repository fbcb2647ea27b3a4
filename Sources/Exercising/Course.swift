/// All exercises in their order, numbered by chapter, such as 1.3.
package struct Course: Sendable {
  package let exercises: [Exercise]

  package init(_ exercises: [Exercise]) { self.exercises = exercises }

  /// `1.3`: the third exercise of chapter 1.
  package func number(of exercise: Exercise) -> String {
    let chapter = exercises.filter { $0.chapter == exercise.chapter }
    let place = chapter.firstIndex { $0.name == exercise.name } ?? 0
    return "\(exercise.chapter).\(place + 1)"
  }

  /// By its number or its name.
  package func exercise(called name: String) -> Exercise? {
    exercises.first { $0.name == name.lowercased() || number(of: $0) == name }
  }

  package var chapters: [Int] { Set(exercises.map(\.chapter)).sorted() }
}
