import Autograd
import Layers

/// Which paths of a block the gradient is left.
public enum Paths: String, CaseIterable, Codable, Sendable {
  /// Those of the block as it is.
  case both
  /// The shortcut alone.
  case shortcuts
  /// The branch alone.
  case branches
}

extension OrderedBlock {
  /// The same as `forward`, but the gradient comes back along some paths only.
  ///
  /// What is cut still adds its numbers.
  public func callAsFunction(_ x: Tensor, gradientAlong paths: Paths) -> Tensor {
    let (shortcut, branch) = (shortcut(x), branch(x))
    return switch paths {
    case .both: afterSum(shortcut + branch)
    case .shortcuts: afterSum(shortcut + branch.detached)
    case .branches: afterSum(shortcut.detached + branch)
    }
  }
}
