import Kernels

/// What an optimizer keeps of a weight, before this step and after it: memory to read and memory to fill.
///
/// It is updated in place if `memory` is uniquely referenced, otherwise in a copy. `nil` stands for zeros.
func renewed(_ memory: inout Buffer?, like dw: Buffer) -> (before: Buffer, after: Buffer) {
  let isUnique = isKnownUniquelyReferenced(&memory)
  let before = memory?.arranged(like: dw) ?? .zeros(like: dw)
  return (before, isUnique ? before : Buffer(like: dw))
}
