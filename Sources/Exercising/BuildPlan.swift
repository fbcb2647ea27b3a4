import Foundation
import Sentences

/// How SwiftPM built the package: which files are in which module, and how they are compiled and linked.
///
/// It is read from what SwiftPM leaves in `.build`, so that a learner's file is compiled with the same
/// settings. Only debug builds will do: in a release build a module is optimized as a whole, and what a
/// file computes may have been copied into the objects of others.
package struct BuildPlan: Sendable {
  /// The top level of the package.
  package let root: URL
  /// Where the objects are: `.build/x86_64-unknown-linux-gnu/debug`.
  let products: URL
  private let compilations: [String: [String]]
  private let linking: [String]
  /// All objects of the program `exercises` but those of its commands.
  let objects: [String]

  /// - Parameters:
  ///   - root: the top level of the package.
  ///   - products: the folder with the programs that were built.
  package init(root: URL, products: URL) throws {
    (self.root, self.products) = (root, products)
    let manifest = products.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "debug.yaml")
    let list = products.appending(path: "exercises.product/Objects.LinkFileList")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8),
      let objects = try? String(contentsOf: list, encoding: .utf8)
    else {
      throw SentenceError(
        "\(products.path) has no debug build of the exercises; make one: swift build --product exercises"
      )
    }
    let commands = text.split(separator: "\n").lazy.filter { $0.hasPrefix("    args: [") }
      .compactMap { try? JSONDecoder().decode([String].self, from: Data($0.dropFirst(10).utf8)) }
      .filter { $0.first?.hasSuffix("/swiftc") == true }
    compilations = Dictionary(
      commands.filter { $0.contains("-output-file-map") }.compactMap { arguments in
        value(of: "-module-name", in: arguments).map { ($0, arguments) }
      }, uniquingKeysWith: { first, _ in first })
    let linking = commands.first {
      $0.contains("-emit-executable") && value(of: "-module-name", in: $0) == "exercises"
    }
    guard let linking else { throw SentenceError("\(manifest.path) does not say how to link") }
    self.linking = linking
    self.objects = objects.split(separator: "\n").map(unquoted)
      .filter { !$0.contains("/Exercises.build/") }
  }

  /// The compiler.
  var compiler: String { linking[0] }

  /// The module of a file, given by its path from the top level.
  func module(of file: String) throws -> Module {
    let path = root.appending(path: file).path
    for name in compilations.keys.sorted() {
      let module = try self.module(named: name)
      if module.objects[path] != nil { return module }
    }
    throw SentenceError("\(file) is in no module that was built")
  }

  /// A module by its name.
  func module(named name: String) throws -> Module {
    guard let arguments = compilations[name],
      let map = value(of: "-output-file-map", in: arguments),
      let data = FileManager.default.contents(atPath: map),
      let files = try? JSONDecoder().decode([String: [String: String]].self, from: data)
    else { throw SentenceError("the module \(name) has not been built") }
    return Module(
      name: name, objects: files.compactMapValues { $0["object"] }, settings: settings(arguments))
  }

  /// A module as it was built.
  struct Module: Sendable {
    let name: String
    /// The object of each file, by the file's path.
    let objects: [String: String]
    /// What the compiler has to be told to read and compile its files.
    let settings: [String]
  }

  /// How to link a program that begins with the probes.
  ///
  /// - Parameter objects: in place of those of the package.
  func linking(_ objects: String, to program: String) -> [String] {
    var arguments: [String] = []
    var rest = linking.dropFirst()[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "-o": arguments += ["-o", program].prefix(rest.popFirst() == nil ? 0 : 2)
      case "-g": continue
      case _ where argument.hasPrefix("@"): arguments.append("@" + objects)
      case _ where argument.hasPrefix("main="): arguments.append("main=exercise_probe_main")
      default: arguments.append(argument)
      }
    }
    return arguments + ["-use-ld=lld", "-Xlinker", "--strip-debug"]
  }
}

private func value(of option: String, in arguments: [String]) -> String? {
  arguments.firstIndex(of: option).map { arguments[$0 + 1] }
}

/// A line of a list of files, in which paths with spaces are quoted.
private func unquoted(_ line: Substring) -> String {
  line.first == "'" || line.first == "\"" ? String(line.dropFirst().dropLast()) : String(line)
}

/// The settings that also hold for a single file.
private func settings(_ arguments: [String]) -> [String] {
  let pairs: Set = [
    "-I", "-target", "-Xcc", "-module-cache-path", "-swift-version", "-package-name",
    "-default-isolation", "-module-name", "-enable-upcoming-feature", "-F", "-L",
  ]
  let singles: Set = ["-enable-testing", "-parse-as-library"]
  var kept = arguments.contains("-O") ? ["-O"] : ["-Onone"]
  var rest = arguments.dropFirst()[...]
  while let argument = rest.popFirst() {
    if pairs.contains(argument), let value = rest.popFirst() { kept += [argument, value] }
    if singles.contains(argument) && !kept.contains(argument) || argument.hasPrefix("-D") {
      kept.append(argument)
    }
  }
  return kept
}
