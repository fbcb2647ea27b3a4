import Autograd
import Chapter4Net
import Datasets
import Foundation
import Layers
import Notebook
import Optimizers
import Plots
import Training

let options = ChapterOptions.parse(
  chapter: 4,
  abstract: "ResNet-18 learns to tell clothes apart: the net of document 001 on Fashion-MNIST.",
  epochs: 2, batchSize: 128, dataset: .fashionMNIST, checkpoints: true)
let checkpoints = Checkpoints(options)
let log = orExit { try options.log.map { try JSONLines($0) } }
var checks = Checks()
let data = options.loadDataset(usual: .fashionMNIST)
let extent = Extent(options, of: data)
let batchSize = options.batchSize ?? 128
var fresh = Random(seed: options.seed)
let net = ResNet(using: &fresh)
var trainer = Trainer(net, Adam(net.parameters, learningRate: 0.001))
let display = TrainingDisplay(epochs: extent.epochs, log: log)
trainer.lossWindow = 50
trainer.report = display.report
Interrupt.watch()
trainer.shouldStop = { Interrupt.isRaised }
let progress = checkpoints.prepare(&trainer, data: data.name, batchSize: batchSize)
let bytes = Normalize(mean: 0, deviation: 1)
let size = Resize(height: 96, width: 96)
let test = data.test.prefix(extent.test).batches(of: batchSize, normalize: bytes, resize: size)
let training = data.training.prefix(extent.training)
let history = trainer.train(
  epochs: extent.epochs, after: progress,
  on: { epoch in
    let order = Random(seed: options.seed &+ UInt64(epoch) << 32)
    return training.batches(of: batchSize, normalize: bytes, resize: size, shuffledBy: order)
  }, test: test)
display.finish()
