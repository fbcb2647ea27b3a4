import LaneKernels

/// The kernels every operation runs on, in place of `Autograd/Kernels.swift`.
public typealias kernels = Lanes
