{
  "targets": [
    {
      "target_name": "crossline_native",
      "sources": [
        "src/adler32.cc",
        "src/array_calls.cc",
        "src/array_tasks.cc",
        "src/bindings.cc",
        "src/bytes_job.cc",
        "src/chunk_cache.cc",
        "src/chunk_filters.cc",
        "src/chunk_job.cc",
        "src/decode.cc",
        "src/fault_guard_posix.cc",
        "src/fault_guard_windows.cc",
        "src/file_calls.cc",
        "src/gather_calls.cc",
        "src/gather_job.cc",
        "src/gather_plan.cc",
        "src/header_calls.cc",
        "src/header_job.cc",
        "src/inflate.cc",
        "src/inflate_codes.cc",
        "src/lzf.cc",
        "src/mapped_file.cc",
        "src/mapped_file_posix.cc",
        "src/mapped_file_windows.cc",
        "src/mapped_job.cc",
        "src/output_pages.cc",
        "src/pack_task.cc",
        "src/pending_call.cc",
        "src/populate_job.cc",
        "src/residency.cc",
        "src/warp_task.cc",
        "src/worker_pool.cc",
        "src/write_task.cc",
        "src/zero_trace_job.cc"
      ],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
      "defines": [
        "NAPI_VERSION=8",
        "NAPI_DISABLE_CPP_EXCEPTIONS",
        "NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED",
        "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS"
      ],
      "cflags": ["-O3", "-ffp-contract=off", "-fvisibility=hidden", "-Wall", "-Wextra", "-Wno-unused-parameter"],
      "xcode_settings": {
        "GCC_OPTIMIZATION_LEVEL": "3",
        "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
        "OTHER_CPLUSPLUSFLAGS": ["-ffp-contract=off"],
        "CLANG_CXX_LIBRARY": "libc++",
        "MACOSX_DEPLOYMENT_TARGET": "11.0"
      },
      "msvs_settings": {
        "VCCLCompilerTool": { "Optimization": 2, "ExceptionHandling": 1, "AdditionalOptions": ["/utf-8"] }
      }
    }
  ]
}
