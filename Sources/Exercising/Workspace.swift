import Files
import Foundation
import Sentences

/// The folder with a learner's copies: `Exercises`, at the top level of the package, which git ignores.
package struct Workspace: Sendable {
  package let folder: URL
  /// The folder with the figures of symptoms.
  package var figures: URL { root.appending(path: "Figures/Exercises") }
  private let root: URL
  private let course: Course

  /// - Parameter root: the top level of the package.
  package init(_ course: Course, root: URL) {
    (self.course, self.root) = (course, root)
    folder = root.appending(path: "Exercises")
  }

  /// The learner's copy: a file of the original's name, or a sheet for answers.
  package func copy(of exercise: Exercise) -> URL {
    let place = folder.appending(path: "\(course.number(of: exercise))-\(exercise.name)")
    switch exercise.task {
    case .mend(let file, _, _): return place.appending(path: URL(filePath: file).lastPathComponent)
    case .answer: return place.appending(path: "answers.txt")
    }
  }

  /// Makes the copy, unless it is there.
  package func prepare(_ exercise: Exercise) throws -> URL {
    let file = copy(of: exercise)
    if !FileManager.default.fileExists(atPath: file.path) { try reset(exercise) }
    return file
  }

  /// Makes the copy anew.
  package func reset(_ exercise: Exercise) throws {
    let file = copy(of: exercise)
    try makeFolder(file.deletingLastPathComponent())
    try replace(file, with: given(exercise).utf8)
  }

  /// What a learner begins with.
  package func given(_ exercise: Exercise) throws -> String {
    let head = head(of: exercise)
    switch exercise.task {
    case .answer(let questions): return AnswerSheet.empty(questions, below: head)
    case .mend(let file, let original, let given):
      let text = try self.original(file)
      guard text.ranges(of: original).count == 1 else {
        throw SentenceError(
          "\(file) has the place of exercise \(exercise.name) \(text.ranges(of: original).count) times; it must be once"
        )
      }
      return (head.map { $0.isEmpty ? "//" : "// \($0)" } + ["", ""]).joined(separator: "\n")
        + text.replacing(original, with: given)
    }
  }

  /// The file of an exercise as the package has it.
  package func original(_ file: String) throws -> String {
    do { return try String(contentsOf: root.appending(path: file), encoding: .utf8) } catch {
      throw SentenceError("\(file) cannot be read: \(error.localizedDescription)")
    }
  }

  /// A copy with the original in it, as one who has solved the exercise.
  package func solved(_ exercise: Exercise) throws -> String {
    guard case .mend(let file, _, _) = exercise.task else { return "" }
    return try original(file)
  }

  private func head(of exercise: Exercise) -> [String] {
    let number = course.number(of: exercise)
    return ["Exercise \(number), \(exercise.kind.rawValue): \(exercise.title)", ""]
      + exercise.symptom.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { filled(String($0), to: 90) } + ["", "swift run exercises check \(exercise.name)"]
  }
}

/// A paragraph in lines of at most `columns` characters; what is indented stays as it is.
private func filled(_ paragraph: String, to columns: Int) -> [String] {
  if paragraph.hasPrefix("  ") { return [paragraph] }
  var lines = [""]
  for word in paragraph.split(separator: " ") {
    let last = lines[lines.count - 1]
    if last.isEmpty {
      lines[lines.count - 1] = String(word)
    } else if last.count + 1 + word.count <= columns {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
