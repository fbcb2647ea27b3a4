import Autograd
import Chapter2Net
import Chapter4Net
import Foundation
import Layers
import Testing

@testable import Drawing

#if canImport(FoundationXML)
  import FoundationXML
#endif

func made<Net: Layer>(_ make: (inout Random) -> Net) -> Net {
  var random = Random(seed: 1)
  return make(&random)
}

func graph<Net: Layer>(_ input: [Int], _ make: (inout Random) -> Net) -> Graph {
  Graph(of: made(make), input: input)
}

let digits = graph([1, 1, 28, 28]) { Net(using: &$0) }
let resnet18 = graph([1, 3, 32, 32]) { TorchvisionResNet(.layers18, using: &$0) }

extension Graph {
  /// The graph with a cell for each node.
  var chart: Flowchart { Flowchart(self, owner: Partition.each(self)) }
}

extension Diagram {
  var svg: String {
    get throws { String(decoding: try rendered(as: .svg), as: UTF8.self) }
  }

  /// The texts in the figure, read by an XML parser.
  var texts: [String] {
    get throws {
      try SVGTexts(try svg).texts.map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}

/// A layer whose forward pass is a closure.
final class ClosureLayer: Layer {
  let children: [(name: String, layer: any Layer)]
  private let parameter: Parameter?
  private let body: (Tensor, [any Layer]) -> Tensor

  init(
    _ children: KeyValuePairs<String, any Layer> = [:], using parameter: Parameter? = nil,
    _ body: @escaping (Tensor, [any Layer]) -> Tensor
  ) {
    self.children = children.map { ($0.key, $0.value) }
    (self.parameter, self.body) = (parameter, body)
  }

  func forward(_ x: Tensor) -> Tensor { body(x, children.map(\.layer)) }
}

/// The contents of the `<text>` elements of a well-formed SVG file.
private final class SVGTexts: NSObject, XMLParserDelegate {
  private(set) var texts: [String] = []
  private(set) var names: Set<String> = []
  private var isText = false

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "line \(parser.lineNumber)")
    #expect(!names.contains("script"))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    names.insert(name)
    if name == "tspan" { return }
    isText = name == "text"
    if isText { texts.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isText { texts[texts.count - 1] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name != "tspan" { isText = false }
  }
}
