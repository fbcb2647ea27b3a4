// oneDNN 3: descriptions are opaque, and a recipe is made in one call.

typedef dnnl_memory_desc_t one_desc_t;

static inline one_desc_t one_desc_strided(int axes, const int64_t *shape, const int64_t *strides) {
  one_desc_t desc = NULL;
  dnnl_memory_desc_create_with_strides(&desc, axes, shape, dnnl_f32, strides);
  return desc;
}

static inline one_desc_t one_desc_tagged(int axes, const int64_t *shape, dnnl_format_tag_t tag) {
  one_desc_t desc = NULL;
  dnnl_memory_desc_create_with_tag(&desc, axes, shape, dnnl_f32, tag);
  return desc;
}

// How one argument of a computation is to be arranged.
static inline one_desc_t one_desc_of_argument(const_dnnl_primitive_desc_t recipe, int argument) {
  one_desc_t desc = NULL;
  dnnl_memory_desc_clone(
      &desc, dnnl_primitive_desc_query_md(recipe, dnnl_query_exec_arg_md, argument));
  return desc;
}

static inline void one_desc_destroy(one_desc_t desc) { dnnl_memory_desc_destroy(desc); }

static inline int one_desc_axes(one_desc_t desc) {
  int axes = 0;
  dnnl_memory_desc_query(desc, dnnl_query_ndims_s32, &axes);
  return axes;
}

static inline int64_t one_desc_length(one_desc_t desc, int axis) {
  dnnl_dims_t *shape = NULL;
  dnnl_memory_desc_query(desc, dnnl_query_dims, &shape);
  return (*shape)[axis];
}

static const dnnl_dims_t one_dense = {0};  // no dilation

static inline dnnl_primitive_desc_t one_convolution_forward(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t x, one_desc_t w, one_desc_t b, one_desc_t y,
    const int64_t *strides, const int64_t *padding) {
  dnnl_primitive_desc_t recipe = NULL;
  dnnl_convolution_forward_primitive_desc_create(
      &recipe, engine, dnnl_forward_training, algorithm, x, w, b, y, strides, one_dense, padding,
      padding, attr);
  return recipe;
}

static inline dnnl_primitive_desc_t one_convolution_backward_data(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t dx, one_desc_t w, one_desc_t dy,
    const int64_t *strides, const int64_t *padding, const_dnnl_primitive_desc_t forward) {
  dnnl_primitive_desc_t recipe = NULL;
  dnnl_convolution_backward_data_primitive_desc_create(
      &recipe, engine, algorithm, dx, w, dy, strides, one_dense, padding, padding, forward, attr);
  return recipe;
}

static inline dnnl_primitive_desc_t one_convolution_backward_weights(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t x, one_desc_t dw, one_desc_t dy,
    const int64_t *strides, const int64_t *padding, const_dnnl_primitive_desc_t forward) {
  dnnl_primitive_desc_t recipe = NULL;
  dnnl_convolution_backward_weights_primitive_desc_create(
      &recipe, engine, algorithm, x, dw, NULL, dy, strides, one_dense, padding, padding, forward, attr);
  return recipe;
}
