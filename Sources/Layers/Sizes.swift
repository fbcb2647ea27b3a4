import Autograd

// Guards for the sizes a layer is made with, which name the layer and the argument.

func requireAtLeastOne(_ layer: String, _ sizes: KeyValuePairs<String, Int>) {
  for (name, size) in sizes {
    require(size > 0, "\(layer): \(name) is \(size), but must be at least 1")
  }
}

func requireNotNegative(_ layer: String, _ name: String, _ size: Int) {
  require(size >= 0, "\(layer): \(name) is \(size), but must be at least 0")
}
