import ArgumentParser
import ExerciseCatalog
import Exercising
import Files
import Foundation
import Sentences
import Terminal

/// The exercises, the learner's copies and the progress, as a command finds them.
struct Session {
  let course = Course(Exercise.all)
  let workspace: Workspace
  var progress: Achievements
  private let root: URL

  init() throws {
    guard let root = packageRoot(above: #filePath) else {
      throw SentenceError("This runs only from the package it was built in: swift run exercises")
    }
    self.root = root
    workspace = Workspace(course, root: root)
    progress = try Achievements(in: workspace.folder)
  }

  /// The exercise of this name or number; without one the next that is not passed.
  func exercise(_ name: String?) throws -> Exercise {
    guard let name else {
      guard let next else {
        throw CleanExit.message("All \(course.exercises.count) exercises are passed.")
      }
      return next
    }
    if let found = course.exercise(called: name) { return found }
    let guess = nearest(to: name, among: course.exercises.map(\.name))!
    throw ValidationError(
      "\(name) is no exercise; `swift run exercises list` names them all. Did you mean \(guess)?")
  }

  var next: Exercise? { course.exercises.first { !progress.hasPassed($0) } }

  func save() throws { try progress.save(in: workspace.folder) }

  /// Made once for all checks of a run.
  func checker() throws -> Checker {
    let products = Bundle.main.executableURL!.resolvingSymlinksInPath().deletingLastPathComponent()
    let debug = products.deletingLastPathComponent().appending(path: "debug")
    let isBuilt = FileManager.default.fileExists(atPath: debug.path + "/exercises.product")
    // `swift run` has just built what it runs.
    if !isBuilt || products.lastPathComponent != "debug" && !isCurrent(debug) {
      if !isBuilt {
        printLines("The modules are built for debugging first, which takes some minutes.")
      }
      try build()
    }
    let plan = try BuildPlan(root: root, products: debug)
    let place = debug.deletingLastPathComponent().deletingLastPathComponent()
    return try Checker(plan, in: place.appending(path: "exercises"))
  }

  /// Whether no source is newer than the debug build.
  private func isCurrent(_ debug: URL) -> Bool {
    func date(_ path: String) -> Date? {
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
    guard let built = date(debug.path + "/exercises") else { return false }
    return ["Package.swift", "Sources", "Chapters"].allSatisfy { name in
      let top = root.appending(path: name).path
      let inside = FileManager.default.subpaths(atPath: top) ?? []
      let sources = inside.filter { $0.hasSuffix(".swift") }.map { "\(top)/\($0)" }
      return ([top] + sources).compactMap(date).allSatisfy { $0 < built }
    }
  }

  /// Checks need the modules of a debug build, in which each file has an object of its own.
  private func build() throws {
    let swift = Process()
    swift.executableURL = URL(filePath: "/usr/bin/env")
    swift.arguments = ["swift", "build", "--package-path", root.path, "--product", "exercises"]
    try swift.run()
    swift.waitUntilExit()
    guard swift.terminationStatus == 0 else { throw SentenceError("swift build has failed") }
  }

  /// The path as one would type it.
  func shown(_ file: URL) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return file.path.hasPrefix(here) ? String(file.path.dropFirst(here.count)) : file.path
  }
}
