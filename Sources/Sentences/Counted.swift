/// `1 channel`, `3 channels`, `2 boxes`.
///
/// - Parameter plural: where it is not the noun with an s.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
