import Autograd

// What every optimizer asks of its arguments.

/// Each of the parameters once: two layers may share one, which is to be moved once.
func each(_ parameters: [Parameter], of optimizer: String) -> [Parameter] {
  require(!parameters.isEmpty, "\(optimizer): there are no parameters to move")
  var seen: Set<ObjectIdentifier> = []
  return parameters.filter { seen.insert(ObjectIdentifier($0)).inserted }
}

func requireRate(_ optimizer: String, _ learningRate: Float) {
  require(
    learningRate >= 0 && learningRate.isFinite,
    "\(optimizer): learningRate is \(learningRate), but must be a number, and not negative")
}

func requireShares(_ optimizer: String, momentum: Float, weightDecay: Float) {
  require(
    momentum >= 0 && weightDecay >= 0 && momentum.isFinite && weightDecay.isFinite,
    "\(optimizer): momentum is \(momentum), weightDecay \(weightDecay); both must be numbers, and not negative"
  )
}

func requireMoved(_ optimizer: String, _ parameters: [Parameter], _ count: Int) {
  require(
    count > 0,
    "\(optimizer): the loss depends on none of its \(counted(parameters.count, "parameter")); was it made for another net?"
  )
}
