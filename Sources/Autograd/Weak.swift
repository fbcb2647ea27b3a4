/// A reference that does not keep its object alive, and is `nil` once nobody else does.
struct Weak<Object: AnyObject> {
  private(set) weak var object: Object?

  init(_ object: Object?) { self.object = object }
}
