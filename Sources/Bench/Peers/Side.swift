/// Who measures: this package, or one of its peers.
enum Side: String, CaseIterable {
  case here
  /// PyTorch in float32, channels-last.
  case f32
  /// PyTorch with autocast in bfloat16, channels-last.
  case bf16
  /// JAX, compiled by `jax.jit`.
  case jax = "JAX"

  /// Its name in the table of single processes.
  var title: String {
    switch self {
    case .here, .jax: rawValue
    case .f32, .bf16: "PyTorch \(rawValue)"
    }
  }
}
