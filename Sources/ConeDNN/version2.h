// oneDNN 2: descriptions are structs, and a recipe is made from the description of an operation.

#include <stdlib.h>

typedef dnnl_memory_desc_t *one_desc_t;

static inline one_desc_t one_desc_copy(const dnnl_memory_desc_t *desc) {
  one_desc_t copy = (one_desc_t)malloc(sizeof *copy);
  if (copy) *copy = *desc;
  return copy;
}

static inline one_desc_t one_desc_strided(int axes, const int64_t *shape, const int64_t *strides) {
  dnnl_memory_desc_t desc;
  return dnnl_memory_desc_init_by_strides(&desc, axes, shape, dnnl_f32, strides) == dnnl_success
      ? one_desc_copy(&desc) : NULL;
}

static inline one_desc_t one_desc_tagged(int axes, const int64_t *shape, dnnl_format_tag_t tag) {
  dnnl_memory_desc_t desc;
  return dnnl_memory_desc_init_by_tag(&desc, axes, shape, dnnl_f32, tag) == dnnl_success
      ? one_desc_copy(&desc) : NULL;
}

// How one argument of a computation is to be arranged.
static inline one_desc_t one_desc_of_argument(const_dnnl_primitive_desc_t recipe, int argument) {
  return one_desc_copy(dnnl_primitive_desc_query_md(recipe, dnnl_query_exec_arg_md, argument));
}

static inline void one_desc_destroy(one_desc_t desc) { free(desc); }
static inline int one_desc_axes(one_desc_t desc) { return desc->ndims; }
static inline int64_t one_desc_length(one_desc_t desc, int axis) { return desc->dims[axis]; }

static inline dnnl_primitive_desc_t one_recipe(
    dnnl_status_t described, const_dnnl_op_desc_t operation, dnnl_engine_t engine,
    const_dnnl_primitive_attr_t attr, const_dnnl_primitive_desc_t forward) {
  dnnl_primitive_desc_t recipe = NULL;
  if (described == dnnl_success)
    dnnl_primitive_desc_create(&recipe, operation, attr, engine, forward);
  return recipe;
}

static inline dnnl_primitive_desc_t one_convolution_forward(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t x, one_desc_t w, one_desc_t b, one_desc_t y,
    const int64_t *strides, const int64_t *padding) {
  dnnl_convolution_desc_t operation;
  return one_recipe(
      dnnl_convolution_forward_desc_init(
          &operation, dnnl_forward_training, algorithm, x, w, b, y, strides, padding, padding),
      &operation, engine, attr, NULL);
}

static inline dnnl_primitive_desc_t one_convolution_backward_data(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t dx, one_desc_t w, one_desc_t dy,
    const int64_t *strides, const int64_t *padding, const_dnnl_primitive_desc_t forward) {
  dnnl_convolution_desc_t operation;
  return one_recipe(
      dnnl_convolution_backward_data_desc_init(
          &operation, algorithm, dx, w, dy, strides, padding, padding),
      &operation, engine, attr, forward);
}

static inline dnnl_primitive_desc_t one_convolution_backward_weights(
    dnnl_engine_t engine, const_dnnl_primitive_attr_t attr, dnnl_alg_kind_t algorithm,
    one_desc_t x, one_desc_t dw, one_desc_t dy,
    const int64_t *strides, const int64_t *padding, const_dnnl_primitive_desc_t forward) {
  dnnl_convolution_desc_t operation;
  return one_recipe(
      dnnl_convolution_backward_weights_desc_init(
          &operation, algorithm, x, dw, NULL, dy, strides, padding, padding),
      &operation, engine, attr, forward);
}
