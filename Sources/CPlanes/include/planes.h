// Loops over the pixels of a plane: sixteen channels side by side, so that one instruction can work on all of them.
//
// Swift compiles for the oldest processor of its kind, with registers of four floats. These are compiled for wide
// ones, too, and chosen when the program runs. A pixel is sixteen floats, 64 bytes.

// A map is that of a normalization, with or without a relu: mean, slope, bias and floor of each channel, four times
// sixteen floats. A number becomes (x - mean) * slope + bias, and zero if that is at most the floor: zero for a relu,
// NaN, which never compares true, for none.

// The windows of a pooling over a plane: sizes in pixels.
typedef struct { long height, width, kernel, stride, padding, out_height, out_width; } plane_windows;

typedef struct {
  // y = a + b, and the same with zero in the place of what is negative.
  void (*add)(const float *a, const float *b, float *y, long pixels);
  void (*add_relu)(const float *a, const float *b, float *y, long pixels);
  void (*relu)(const float *x, float *y, long pixels);
  // dx = dy where y is positive, otherwise zero; the same for dy = a + b.
  void (*relu_gradient)(const float *dy, const float *y, float *dx, long pixels);
  void (*add_relu_gradient)(const float *a, const float *b, const float *y, float *dx, long pixels);

  // y is the map of x.
  void (*map)(const float *map, const float *x, float *y, long pixels);
  // dx = dy where the map did not meet its floor.
  void (*map_gradient)(const float *map, const float *dy, const float *x, float *dx, long pixels);

  // The mean of each channel and the sum of the squared distances from it.
  void (*measure)(const float *x, long pixels, double *mean, double *squares);
  void (*sum)(const float *x, long pixels, double *sum);
  // The sums of dy and of dy * (x - mean), where the map did not meet its floor.
  void (*gradient_sums)(const float *map, const double *mean, const float *dy, const float *x, long pixels,
                        double *sum, double *product);
  // dx = (dy - fixed - (x - mean) * sloped) * slope.
  void (*norm_gradient)(const float *map, const float *fixed, const float *sloped, const float *dy,
                        const float *x, float *dx, long pixels);
  // dx = dy * slope.
  void (*scale_gradient)(const float *map, const float *dy, const float *x, float *dx, long pixels);

  // The maximum of each window; NaN stays, once it is seen. And the gradient, given to the first that is the maximum.
  void (*pool)(const plane_windows *windows, const float *x, float *y);
  void (*pool_gradient)(const plane_windows *windows, const float *dy, const float *x, const float *y, float *dx);
} plane_loops;

// Those for this processor, or those that run on all of its kind.
const plane_loops *plane_loops_for_any(void);
const plane_loops *plane_loops_for_this(void);
