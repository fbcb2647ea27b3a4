/// Prints a confusion table: a row for each true class, a column for each answer.
public func show(_ confusion: ConfusionTable) {
  printBlock(confusion.text(.standardOutput))
}

/// Prints images side by side, as wide as the terminal allows, in at most two rows, with their captions below.
public func show(_ images: [GrayImage]) {
  printBlock(gallery(images, .standardOutput))
}
