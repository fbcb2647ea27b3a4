import Datasets
import Notebook

/// How much of the data a run is trained and evaluated on.
struct Extent {
  let epochs, training, test: Int

  /// All of it takes half an hour and more; a run without options takes a minute and a half.
  init(_ options: ChapterOptions, of data: Dataset) {
    let usual: (epochs: Int, training: Int, test: Int) =
      options.full
      ? (5, data.training.count, data.test.count)
      : options.quick ? (1, 640, 256) : (5, 1_920, 1_000)
    epochs = options.epochs ?? usual.epochs
    training = min(usual.training, data.training.count)
    test = min(usual.test, data.test.count)
  }
}
