/// A result that is not computed yet: whoever reads its buffer first decides how.
///
/// Reading memory takes longer than arithmetic. So a kernel may return a recipe instead of numbers. If
/// the next kernel knows the recipe, it computes both steps in one pass over memory, and the numbers in
/// between never exist; if anybody else reads them, they are computed then. `relu(norm(x))` is such a
/// case, and nothing above the kernels shows it.
public protocol Pending: AnyObject, Sendable {
  /// Computes the numbers, in the layout of the buffer that stands for them.
  func write(to start: UnsafeMutablePointer<Float>)
}

/// The contents of a buffer that is computed once, by the first thread that reads it.
final class Later {
  private let lock = Lock()
  private var recipe: (any Pending)?
  private(set) var block: Storage.Block?

  init(_ recipe: any Pending) { self.recipe = recipe }

  var pending: (any Pending)? { lock.around { recipe } }

  func computed(stored: Int) -> Storage.Block {
    lock.around {
      if let block { return block }
      let block = Storage.take(bytes: stored * MemoryLayout<Float>.stride)
      recipe!.write(to: block.floats)
      (self.block, recipe) = (block, nil)
      return block
    }
  }
}
