import Testing

@testable import Exercising

@Suite struct DeclarationsTests {
  private let file = """
    /// A layer.
    public final class Twice: Layer {
      /// By how much.
      public let factor: Float
      private let name = "twice \\(1 + 1) {"
      public func forward(_ x: Tensor) -> Tensor {
        func scaled() -> Tensor { factor * x }
        return scaled()
      }
      var settings: String { "}" }
    }
    """

  @Test func bodiesAndCommentsDoNotCount() {
    let other = file.replacing("return scaled()", with: "if true { return x }\nreturn x  // }")
      .replacing("/// By how much.", with: "").replacing("\"}\"", with: "\"{\"")
    #expect(declarations(in: other) == declarations(in: file))
  }

  @Test(arguments: [
    ("public let factor: Float", "public let factor: Double"),
    ("public let factor: Float", "public let factor: Float\nlet other = 1"),
    ("_ x: Tensor", "_ x: Tensor, _ y: Tensor"), ("var settings", "public var settings"),
  ])
  func aDeclarationCounts(old: String, new: String) {
    #expect(declarations(in: file.replacing(old, with: new)) != declarations(in: file))
  }
}
